import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** A comparison of something secret that takes longer the more of it is right. */
export type Compared = { readonly file: string; readonly line: number; readonly text: string }

/** The comparisons in a file of something that is called a secret, a signature, a MAC, a password or a token with anything but nothing. */
export const comparedSecrets = (file: string, text: string): readonly Compared[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Compared[] = []
  const look = (node: ts.Node): void => {
    if (isComparison(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push({ file, line: line + 1, text: node.getText() })
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

/** The files of the program that is deployed and of what runs on one machine. */
export const programFiles = (): readonly string[] => globSync(['functions/**/*.ts', 'local/**/*.ts']).sort()

/** The files in which a text occurs. */
export const filesWith = (text: string): readonly string[] =>
  programFiles().filter((file) => readFileSync(file, 'utf8').includes(text))

const isComparison = (node: ts.Node): boolean => {
  if (ts.isBinaryExpression(node)) return EQUALITY.has(node.operatorToken.kind) && mayBeSecret(node.left, node.right)
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const { expression: of, name } = node.expression
  return SEARCHES.has(name.text) && mayBeSecret(of, ...node.arguments)
}

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
])

const SEARCHES = new Set(['includes', 'startsWith', 'endsWith', 'indexOf', 'has', 'equals', 'localeCompare', 'compare'])

const mayBeSecret = (...nodes: readonly ts.Node[]): boolean =>
  nodes.some((node) => namesSecret(node)) &&
  !nodes.some((node) => /^(undefined|null|''|'[a-z]+')$/.test(node.getText()))

const namesSecret = (node: ts.Node): boolean => {
  if (ts.isIdentifier(node)) return SECRET.test(node.text)
  if (ts.isPropertyAccessExpression(node)) return SECRET.test(node.name.text)
  if (ts.isCallExpression(node)) return namesSecret(node.expression) || node.arguments.some(namesSecret)
  return false
}

const SECRET = /secret|^signature$|hmac|^mac$|password|access_?token|bearer/i
