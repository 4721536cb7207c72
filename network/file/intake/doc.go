// Package intake extracts the clean text of an article from a saved web page,
// Markdown, a .docx, or plain text, which may have hard-wrapped lines or an old
// encoding. It does no input or output, so it also works in a browser.
//
// Its words:
//
//   - form: the format of the file, detected from its content, or else its name.
//   - block: a paragraph, headline, list item or table row: one line of the clean
//     text.
//   - caption: the caption of a picture, kept apart from the article's text.
//   - note: something for the author to check, such as blocks that were left out.
//
// The author corrects the text once. After that, quotes are checked against it.
package intake
