function handler(event) {
  console.log(JSON.stringify(event));
  return event.request;
}
