import { defaultDetectors } from './detectorSettings';
import { studyVersion, usualCriterion } from './studyFile';
import { fieldLines, type YamlRecord, type YamlValue } from '../yamlSet';
import { casesRecord, detectorsRecord, studyKeys, type ProposedCase } from './editStudy';
import type { Measure, Study, Training } from './types';

/** A study as a file that reads back as the same. */
export function studyText(study: Study): string {
  const { speakers, coders, measures, plan } = study;
  const values: Readonly<Record<string, YamlValue | null>> = {
    title: study.title,
    segment_minutes: study.segmentMinutes,
    words_per_minute: study.wordsPerMinute,
    axis: study.axis,
    unit: study.unit,
    back_channels: study.backChannels || null,
    speakers:
      speakers &&
      Object.fromEntries(
        [...speakers].map(([label, { role, name }]) => [label, { role, name: name ?? undefined }]),
      ),
    blind: study.blind === false || Object.keys(study.blind).length > 0 ? study.blind : null,
    coders: filled(
      Object.fromEntries(coders.map(({ id, name, role }) => [id, { name: name ?? undefined, role }])),
    ),
    measures: filled(
      Object.fromEntries(Object.entries(measures).map(([id, measure]) => [id, withoutNulls(measure)])),
    ),
    detectors: study.detectors === defaultDetectors ? null : detectorsRecord(study.detectors),
    cases: filled(casesRecord(casesOf(study))),
    plan_seed: study.planSeed,
    plan: plan.length > 0 ? plan.map(({ transcript, coders: who }) => ({ transcript, coders: who })) : null,
    training: trainingOf(study.training),
  };
  const lines = studyKeys.flatMap((key) => {
    const value = key === 'alliance_study' ? studyVersion : (values[key] ?? null);
    return value === null ? [] : fieldLines(key, value, 0);
  });
  return `${lines.join('\n')}\n`;
}

function filled(record: YamlRecord): YamlRecord | null {
  return Object.keys(record).length > 0 ? record : null;
}

function withoutNulls(values: Measure): YamlRecord {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? undefined]));
}

function casesOf({ sessions, cases }: Study): readonly ProposedCase[] {
  const ids = new Set([...sessions.map((session) => session.case), ...cases.keys()]);
  return [...ids].map((id) => ({
    id,
    ...cases.get(id),
    sessions: sessions.filter((session) => session.case === id),
  }));
}

function trainingOf({ gold, criterion }: Training): YamlRecord | null {
  const { kappa, icc } = criterion;
  const isUsual = kappa === usualCriterion.kappa && icc === usualCriterion.icc;
  if (gold === null && isUsual) return null;
  return { ...(gold === null ? {} : { gold }), ...(isUsual ? {} : { criterion: { kappa, icc } }) };
}
