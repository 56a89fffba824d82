/** Offered where somebody opens the app's direct message; the manifest offers the same. */
export const suggestedPrompts = [
  { title: 'Is radiotherapy effective?', message: 'Is radiotherapy effective?' },
  { title: 'What dose did Lee use?', message: 'What dose did Lee use?' },
  { title: 'How often is ROS1 found?', message: 'ROS1 frequency?' },
  { title: 'How often does it recur?', message: 'Recurrence rate after resection?' },
];
