/** Slack's `action_id` of each button and menu of the evidence replies. */
export const actionIds = {
  topic: 'imt.topic',
  more: 'imt.more',
  source: 'imt.source',
  conflict: 'imt.conflict',
  table: 'imt.table',
  publishedCase: 'imt.case',
  shareTopic: 'imt.share-topic',
  shareTable: 'imt.share-table',
  seriesStatements: 'imt-cases.series',
  shareCases: 'imt-cases.share',
  comparedOption: 'imt.option',
  shareComparison: 'imt.share-comparison',
} as const;
