import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore from '@stoplight/spectral-core';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { expect, test } from 'vitest';
import { openApiDocument } from './index.ts';

const document = JSON.stringify(openApiDocument('https://atendimento.balcao.test'));

test('Redocly finds no error in the OpenAPI document', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: document, absoluteRef: 'openapi.json', config });
  expect(problems.map((one) => `${one.severity} ${one.ruleId} ${one.location[0]?.pointer}: ${one.message}`)).toEqual(
    [],
  );
});

test('Spectral finds no error in the OpenAPI document', async () => {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset(spectralRulesets.oas as never); // its own two packages disagree about the type
  const problems = await spectral.run(document);
  expect(problems.map((one) => `${one.severity} ${one.code} ${one.path.join('/')}: ${one.message}`)).toEqual([]);
});

test('the linters would say so if something were wrong', async () => {
  const wrong = document.replaceAll('"operationId":', '"operationIdd":').replaceAll('"200":', '"two hundred":');
  const config = await createConfig({ extends: ['recommended'] });
  expect(await lintFromString({ source: wrong, absoluteRef: 'openapi.json', config })).not.toEqual([]);
});
