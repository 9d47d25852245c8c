import { S3Client } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { s3Links } from '#store/s3-links.ts'

const key = 'parquet/figures/region=01/month=2020-03/audience=all/revision=1/figures.parquet'

describe('links to files in S3', () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const links = s3Links({ client: new S3Client({ region: 'eu-north-1', credentials }), bucket: 'exports', seconds: 60 })

  it('name the file, are good for a minute, and have it saved under its name', async () => {
    const link = new URL(await links.link(key, 'fristdag-01-2020-03-figures-all-r1.parquet'))

    expect(link.origin).toBe('https://exports.s3.eu-north-1.amazonaws.com')
    expect(decodeURIComponent(link.pathname)).toBe(`/${key}`)
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Expires': '60',
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
      'response-content-disposition': 'attachment; filename="fristdag-01-2020-03-figures-all-r1.parquet"',
    })
  })
})
