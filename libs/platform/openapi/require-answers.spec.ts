import type { OpenAPIObject } from '@nestjs/swagger';
import { requireAnswers } from './require-answers.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } });

it('requires every field of an answer, and leaves what requests use as it is', () => {
  const document = {
    paths: { '/things': { post: { requestBody: content('AskDto'), responses: { 201: content('AnswerDto') } } } },
    components: {
      schemas: {
        AskDto: { properties: { inner: ref('InnerDto'), note: {} }, required: ['inner'] },
        InnerDto: { properties: { a: {} } },
        AnswerDto: { properties: { a: {}, b: {} }, required: ['a'] },
      },
    },
  } as unknown as OpenAPIObject;
  expect(requireAnswers(document).components!.schemas).toMatchObject({
    AskDto: { required: ['inner'] },
    AnswerDto: { required: ['a', 'b'] },
  });
  expect(document.components!.schemas!.InnerDto).not.toHaveProperty('required');
});
