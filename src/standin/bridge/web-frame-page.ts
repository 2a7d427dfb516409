/** A bare page that frames an add-in as Excel on the web does; `?addin=` names the add-in's page. For tests. */
import { UniverEngine } from '../formulas/univer-engine';
import { Host } from '../protocol/host';
import './inject-types';
import { knownMembersOf } from './surface';
import { connectFrame, frameName, type FrameOptions } from './web-frame';

const host = new Host({ engine: new UniverEngine(), platform: 'OfficeOnline' });
window.standinHost = host;
const options: FrameOptions = { conversation: 'standin', control: 'addin', origin: location.origin, language: 'vi-VN' };
connectFrame(host, window, options);

const frame = document.createElement('iframe');
frame.name = frameName(options);
frame.src = new URLSearchParams(location.search).get('addin') ?? '/standin/probe/index.html';
frame.style.cssText = 'border:0;width:350px;height:600px';
document.body.append(frame);
host.isKnown = knownMembersOf(() => (frame.contentWindow as unknown as Record<string, unknown> | null)?.['Excel']);
