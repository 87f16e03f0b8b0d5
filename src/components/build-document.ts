/** The document that charts are drawn in while the site is built. */

import { JSDOM } from 'jsdom';

export const buildDocument: Document = new JSDOM('').window.document;
