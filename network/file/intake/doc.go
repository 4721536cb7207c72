// Package intake makes a clean text of an article as it comes: a saved web page,
// Markdown, a .docx, or plain text with hard-wrapped lines or in an old encoding.
// It reads and writes no file, so that it also works in a browser.
//
// Its words:
//
//   - form: what kind of file it is, found by its content before its name.
//   - block: a paragraph, headline, item of a list or row of a table; one line
//     of the clean text.
//   - caption: the text of a picture, which is no part of the article's.
//   - note: what an author should look at, such as blocks that were left out.
//
// The author reviews the text once. From then on it is the article.
package intake
