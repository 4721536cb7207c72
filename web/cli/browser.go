package cli

import (
	"errors"
	"os"
	"os/exec"
	"runtime"
)

// errNoBrowser is the error on a system without a desktop, such as one reached by SSH.
var errNoBrowser = errors.New("there is no desktop")

// openBrowser opens an address in the user's browser. It doesn't wait for it.
func openBrowser(address string) error {
	var c *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		c = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		c = exec.Command("open", address)
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errNoBrowser
		}
		c = exec.Command("xdg-open", address)
	}
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() // so that it leaves no zombie
	return nil
}
