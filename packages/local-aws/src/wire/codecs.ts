import {
  JsonShapeDeserializer2,
  JsonShapeSerializer2,
  XmlShapeDeserializer,
  XmlShapeSerializer,
} from '@aws-sdk/core/protocols';
import { CborShapeDeserializer2, CborShapeSerializer2 } from '@smithy/core/cbor';
import { FromStringShapeDeserializer, ToStringShapeSerializer } from '@smithy/core/protocols';
import { AwsFailure } from '../world/failure';
import type { Shape } from './schemas';
import { openedByXml } from './unknown-members';

// Numbers that the SDK gives its timestamp formats; a trait on a member goes before the default of the protocol.
const dateTime = 5;
const epochSeconds = 7;

const xmlSettings = (xmlns = '') =>
  ({
    timestampFormat: { useTrait: true, default: dateTime },
    httpBindings: true,
    serviceNamespace: '',
    xmlNamespace: xmlns,
  }) as const;

const jsonSettings = { timestampFormat: { useTrait: true, default: epochSeconds }, jsonName: false } as const;

/** Reads the members of a document; the name of its root is not looked at, as AWS does not either. */
export function readXml(shape: Shape, text: string): unknown {
  try {
    return new XmlShapeDeserializer(xmlSettings()).read(shape, text);
  } catch (error) {
    throw unreadable('MalformedInput', 'XML', error);
  }
}

/** The same with members that the model does not know. */
export function readOpenXml(shape: Shape, text: string): unknown {
  try {
    const reader = new OpenXmlReader(xmlSettings());
    const parsed = reader.parsed(text);
    return reader.readSchema(openedByXml(shape, parsed), parsed);
  } catch (error) {
    throw unreadable('MalformedInput', 'XML', error);
  }
}

class OpenXmlReader extends XmlShapeDeserializer {
  parsed(text: string): unknown {
    return this.parseXml(text);
  }
}

/** A document with declaration and namespace; blobs and texts that are a payload of their own come back bare. */
export function writeXml(shape: Shape, value: unknown, xmlns: string): string | Uint8Array {
  const serializer = new XmlShapeSerializer(xmlSettings(xmlns));
  serializer.write(shape, value);
  const written = serializer.flush();
  return shape.isStructSchema() ? `<?xml version="1.0" encoding="UTF-8"?>\n${written}` : written;
}

/** Reads a JSON document; an empty body counts as an empty one. */
export function readJson(shape: Shape, text: string): unknown {
  try {
    return new JsonShapeDeserializer2(jsonSettings).readObject(shape, JSON.parse(text || '{}'));
  } catch (error) {
    throw unreadable('SerializationException', 'JSON', error);
  }
}

export function writeJson(shape: Shape, value: unknown): string {
  const serializer = new JsonShapeSerializer2(jsonSettings);
  serializer.write(shape, value);
  return new TextDecoder().decode(serializer.flush() as Uint8Array);
}

/** Reads a CBOR document. */
export function readCbor(shape: Shape, bytes: Uint8Array): unknown {
  try {
    return new CborShapeDeserializer2().read(shape, bytes);
  } catch (error) {
    throw unreadable('SerializationException', 'CBOR', error);
  }
}

export function writeCbor(shape: Shape, value: unknown): Uint8Array {
  const serializer = new CborShapeSerializer2();
  serializer.write(shape, value);
  return serializer.flush();
}

/** Reads a label, query parameter, header or form value. */
export function readText(shape: Shape, text: string): unknown {
  const value: unknown = new FromStringShapeDeserializer(xmlSettings()).read(shape, text);
  if (!Number.isNaN(value)) return value;
  throw new AwsFailure(
    'MalformedInput',
    400,
    `${shape.getMemberName()} is a number, which '${text}' is not.`,
  );
}

/** Writes a header. */
export function writeText(shape: Shape, value: unknown): string {
  const serializer = new ToStringShapeSerializer(xmlSettings());
  serializer.write(shape, value);
  return serializer.flush();
}

// The parsers of the SDK have no error class of their own: whatever they throw means that the text is at fault.
const unreadable = (code: string, language: string, error: unknown): AwsFailure =>
  new AwsFailure(
    code,
    400,
    `The body of the request is not ${language} that the model can read: ${(error as Error).message}`,
  );
