/**
 * Excel on the web as the add-in sees it: a parent window that answers the library's messages. The add-in's page is
 * framed without any bridge; its name carries the host's information, as Office puts it there.
 */
import type { Host } from '../protocol/host';
import { BridgeNumber, RequestFlag, type EventEntry } from '../protocol/wire';

/** Kinds of messages. */
const REQUEST = 0;
const REPLY = 1;
/** What a request does. */
const REGISTER = 1;
const UNREGISTER = 2;
/** What a reply carries: an answer, or one of many events. */
const ANSWER = 0;
const EVENT = 1;

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: {
    readonly DdaMethod?: { readonly DispatchId: number };
    readonly ArrayData?: readonly unknown[];
    readonly eventDispId?: number;
  };
}

export interface FrameOptions {
  readonly conversation: string;
  readonly control: string;
  readonly origin: string;
  readonly language: string;
}

/** The `name` that the add-in's frame must have before it loads. */
export function frameName(options: FrameOptions): string {
  return JSON.stringify({
    hostInfo: `Excel$Web$16.00$${options.language}$$$disableLogging$0`,
    xdmInfo: [options.conversation, options.control, options.origin].join('|'),
    serializerVersion: 1,
  });
}

function readMessage(data: unknown): Message | null {
  if (typeof data !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(data);
    if (typeof parsed !== 'object' || parsed === null || !('_messageType' in parsed)) return null;
    return parsed as Message;
  } catch {
    return null;
  }
}

/** Answers the messages of the add-in's frame until the returned function is called. */
export function connectFrame(host: Host, view: Window, options: FrameOptions): () => void {
  const context = {
    _id: options.control,
    _appName: 16,
    _appVersion: 16,
    _appUILocale: options.language === 'vi-VN' ? 1066 : 1033,
    _dataLocale: options.language === 'vi-VN' ? 1066 : 1033,
    _docUrl: `https://localhost/${host.workbook.name}`,
    _clientMode: 0,
    _settings: [],
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'standin',
    _appInstanceId: 'standin',
    _requirementMatrix: JSON.stringify(host.sets),
    _hostFullVersion: '16.0.14332.20000',
    _appMinorVersion: 1,
  };
  const listen = (event: MessageEvent): void => {
    const message = readMessage(event.data);
    if (message === null || message._messageType !== REQUEST || event.origin !== options.origin) return;
    const client = event.source as Window;
    const send = (data: unknown, responseType: number): void =>
      client.postMessage(
        JSON.stringify({
          _messageType: REPLY,
          _actionName: message._actionName,
          _conversationId: message._conversationId,
          _correlationId: message._correlationId,
          _origin: options.origin,
          _serializerVersion: 1,
          _errorCode: 0,
          _responseType: responseType,
          _data: data,
        }),
        options.origin,
      );
    void answer(host, message, context, send);
  };
  view.addEventListener('message', listen);
  return () => view.removeEventListener('message', listen);
}

async function answer(
  host: Host,
  message: Message,
  context: unknown,
  send: (data: unknown, responseType: number) => void,
): Promise<void> {
  const { _actionName: name, _actionType: type, _data: data } = message;
  if (name === 'ContextActivationManager_getAppContextAsync') {
    send(context, ANSWER);
  } else if (name === 'executeMethod' && data?.DdaMethod?.DispatchId === BridgeNumber.ExecuteRichApi) {
    const parts = data.ArrayData ?? [];
    const flags = typeof parts[6] === 'number' ? parts[6] : RequestFlag.Write;
    const reply = await host.handle(String(parts[4]), flags);
    send({ Error: 0, Version: 1, Data: [200, [], reply] }, ANSWER);
  } else if (name === 'executeMethod' && data?.DdaMethod?.DispatchId === BridgeNumber.CommandCompleted) {
    const parts = data.ArrayData ?? [];
    host.completeCommand(String(parts[0]), parts[2]);
    send({ Error: 0, Version: 1 }, ANSWER);
  } else if (type === REGISTER) {
    if (data?.eventDispId === BridgeNumber.RichApiEvent) {
      host.connect((entries: readonly EventEntry[]) => send({ ArrayData: entries }, EVENT));
    } else if (data?.eventDispId === BridgeNumber.CommandEvent) {
      host.connectCommands((entry) => send({ ArrayData: entry }, EVENT));
    }
    send({ Error: 0 }, ANSWER);
  } else if (type === UNREGISTER) {
    send({ Error: 0 }, ANSWER);
  } else {
    send({ Error: name === 'executeMethod' ? BridgeNumber.Unknown : 0, Version: 1 }, ANSWER);
  }
}
