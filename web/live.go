package web

import (
	"bytes"
	"embed"
	"fmt"
	"io"
)

// LiveAssets holds the additional files of a page whose network is being edited.
// Published sites don't contain them.
//
//go:embed live/follow.js live/live.js live/live.css
var LiveAssets embed.FS

// SingleAssets holds the scripts that replace others in a page that is one file.
//
//go:embed single/load.js single/loadbytes.js single/refine.js single/startworker.js
var SingleAssets embed.FS

// RenderWaiting writes the page shown in place of a network that can't be shown
// yet. It writes nothing when it fails.
func RenderWaiting(out io.Writer, assets string) error {
	own, err := templates.Clone() // templates can't be cloned after they were executed
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	var b bytes.Buffer
	if err := own.ExecuteTemplate(&b, "waiting.html", struct{ Assets string }{assets}); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	_, err = out.Write(b.Bytes())
	return err
}
