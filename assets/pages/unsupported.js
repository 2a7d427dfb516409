/* global window */
/* Tells Excel that this page has started; nothing else is done here. office.js, loaded next, keeps what it finds. */
window.Office = window.Office || {};
window.Office.initialize = function () {};
