import { AwsFailure } from '../world/failure';
import { writeXml } from './codecs';
import { readForm } from './form';
import type { HttpRequest } from './http';
import type { Protocol } from './protocol';
import { envelope, isUnit, type OperationModel, type ServiceModel, textShape } from './schemas';
import { writeXmlError, xmlHeaders } from './xml-error';

const metadata = envelope('ResponseMetadata', { RequestId: textShape });

/** Query: a form names the operation as `Action`, the answer is XML in two envelopes. STS and CloudFormation speak it. */
export function query(model: ServiceModel): Protocol {
  return {
    route: (request) => {
      const action = formOf(request).get('Action') ?? '';
      const operation = model.operations.get(action);
      if (operation) return { operation, labels: {} };
      throw new AwsFailure('InvalidAction', 400, `${model.service} has no action '${action}'.`);
    },
    read: ({ operation }, request) =>
      isUnit(operation.input) ? {} : readForm(operation.input, formOf(request)),
    write: (operation, output, requestId) => {
      const body = writeXml(
        answerShape(operation),
        { [`${operation.name}Result`]: output ?? {}, ResponseMetadata: { RequestId: requestId } },
        model.xmlns,
      );
      return { status: 200, headers: xmlHeaders(requestId, body), body };
    },
    refuse: (failure, requestId) => writeXmlError(model, failure, requestId),
  };
}

/** The form is the body of a POST; a GET, as in a presigned URL, has it in the query. */
const formOf = (request: HttpRequest): URLSearchParams =>
  request.method === 'GET' ? request.query : new URLSearchParams(request.body);

const answerShape = ({ name, output }: OperationModel) =>
  envelope(`${name}Response`, {
    ...(!isUnit(output) && { [`${name}Result`]: output }),
    ResponseMetadata: metadata,
  });
