/** Outlines of written reports that authorities issued. */
import type { ReportOutline } from '../../core/narrative/outline';
import phuLucI from './phu-luc-i-lai-chau-2024.json';

/** Phụ lục I of Lai Châu, 2024: the only outline known so far. */
export const DEFAULT_OUTLINE = phuLucI as ReportOutline;
