/** `Target.Endpoint.Port` as a resource and its attribute: ['Target', 'Endpoint.Port']. */
export const splitAtFirstDot = (text: string): string[] => {
  const dot = text.indexOf('.');
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
};
