package web

import "html/template"

// Files are the scripts and styles that a page loads, by their paths from the folder of
// scripts.
type Files struct {
	Styles  []string
	Scripts []string // run before the page is drawn
	Module  string   // runs when the page has been read
}

// PageFiles are those of the page of a network.
var PageFiles = Files{
	Styles:  []string{"poster.css", "page/styles.css"},
	Scripts: []string{"page/preload.js"},
	Module:  "page/app.js",
}

// Inline is what a page that is one file contains instead of the addresses of its files.
type Inline struct {
	Policy  template.HTMLAttr // the content attribute with the Content-Security-Policy
	Styles  template.HTML     // elements in the head
	Scripts template.HTML     // elements in the head, after the styles
	End     template.HTML     // elements at the end of the body: the module, and data
}
