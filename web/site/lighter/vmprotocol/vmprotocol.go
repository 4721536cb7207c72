// Package vmprotocol stands in for Ebiten's wire protocol in the viewer, which no
// other process hosts: its types are named, and no message is ever sent.
package vmprotocol

// GuestMessage would be sent to a host.
type GuestMessage struct{}

// GuestMessageEncoder would send it.
type GuestMessageEncoder interface {
	EncodeGuestMessage(*GuestMessage) error
}

// TextInputState would say what is being typed.
type TextInputState struct{}
