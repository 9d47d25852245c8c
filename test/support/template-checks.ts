import { type Properties, type Resource, resourcesOf, type Template } from './assembly.ts'

/** The ids of the resources of a type that are not as they must be; that there is none is a fault too. */
export const faultsAmong = (
  template: Template,
  type: string,
  isRight: (properties: Properties, resource: Resource, id: string) => boolean,
): readonly string[] => {
  const found = resourcesOf(template, type)
  if (found.length === 0) return [`there is no ${type}`]
  return found.filter(([id, resource]) => !isRight(resource.Properties, resource, id)).map(([id]) => id)
}

/** Changes one resource of a type: the last, which a check that looks at the first alone would not see. */
export const changeOne =
  (type: string, change: (properties: Properties, resource: Resource) => void, nth = -1) =>
  (template: Template): void => {
    const [, resource] = resourcesOf(template, type).at(nth) ?? []
    if (resource === undefined) throw new Error(`There is no ${type} to break`)
    change(resource.Properties, resource)
  }

/** Takes every resource of a type away. */
export const removeAll =
  (type: string) =>
  (template: Template): void => {
    for (const [id] of resourcesOf(template, type)) delete template.Resources[id]
  }
