/**
 * The native bridge of desktop Excel: the members of `window.external` that Microsoft's library calls.
 * Installed before office.js loads, into the add-in's own window.
 */
import type { Host } from '../protocol/host';
import { BridgeNumber } from '../protocol/wire';

export interface NativeOptions {
  /** "vi-VN": the language of Excel's menus. */
  readonly displayLanguage?: string;
  readonly documentUrl?: string;
}

interface NativeArray {
  toArray(): unknown[];
}

const nativeArray = (items: readonly unknown[]): NativeArray => ({ toArray: () => [...items] });

type Callback = (answer: unknown) => void;

/** What is set as `window.external`. */
export function nativeBridge(host: Host, options: NativeOptions = {}): Record<string, unknown> {
  const language = options.displayLanguage ?? 'vi-VN';
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'standin',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    // Tags as Office.context.displayLanguage documents them: the library hands these on as they are.
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => options.documentUrl ?? `C:\\Users\\standin\\${host.workbook.name}`,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'standin',
    GetInstanceId: () => 'standin',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(host.sets),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetOfficeThemeInfo: () => null,
    GetSettings: () => ({
      Read: (keys: unknown[], values: unknown[]) => {
        for (const [key, value] of host.documentSettings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: unknown[], values: unknown[]) => {
        host.documentSettings.clear();
        keys.forEach((key, index) => host.documentSettings.set(String(key), values[index]));
      },
    }),
  };
  return {
    GetHostInfo: () => `Excel$Win32$16.01$${language}$$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (method: number, parameters: readonly unknown[], callback: Callback) => {
      if (method === BridgeNumber.CommandCompleted) {
        host.completeCommand(String(parameters[0]), parameters[2]);
        setTimeout(() => callback(nativeArray([0])), 0);
        return;
      }
      if (method !== BridgeNumber.ExecuteRichApi) {
        setTimeout(() => callback(nativeArray([BridgeNumber.Unknown])), 0);
        return;
      }
      const message = parameters[0] as readonly unknown[];
      const text = Array.isArray(message[4]) ? message[4].join('') : String(message[4]);
      host.handle(text, Number(message[6])).then(
        (reply) => callback(nativeArray([0, 200, nativeArray([]), reply])),
        (error: unknown) => {
          console.error('The stand-in Excel broke down:', error);
          callback(nativeArray([BridgeNumber.Unknown]));
        },
      );
    },
    RegisterEvent: (
      method: number,
      _target: unknown,
      handler: (method: number, entries: unknown) => void,
      callback: Callback,
    ) => {
      if (method === BridgeNumber.RichApiEvent) {
        host.connect((entries) => handler(method, nativeArray(entries.map(nativeArray))));
      } else if (method === BridgeNumber.CommandEvent) {
        host.connectCommands((entry) => handler(method, nativeArray(entry)));
      }
      setTimeout(() => callback(0), 0);
    },
    UnregisterEvent: (_method: number, _target: unknown, callback: Callback) => {
      setTimeout(() => callback(0), 0);
    },
  };
}

/** Puts the bridge into a window. Must run before office.js does. */
export function installNativeBridge(target: { external: unknown }, host: Host, options: NativeOptions = {}): void {
  Object.defineProperty(target, 'external', {
    value: nativeBridge(host, options),
    configurable: true,
    writable: true,
  });
}
