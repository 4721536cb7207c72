// Package vmprotocol replaces Ebiten's wire protocol in the viewer, which no other
// process hosts: its types are declared, and no message is ever sent.
package vmprotocol

// GuestMessage would be sent to a host.
type GuestMessage struct{}

// GuestMessageEncoder would send it.
type GuestMessageEncoder interface {
	EncodeGuestMessage(*GuestMessage) error
}

// TextInputState would describe the text being typed.
type TextInputState struct{}
