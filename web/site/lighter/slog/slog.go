// Package slog replaces log/slog in the viewer: errors are written to the browser's
// console, details are dropped.
package slog

import "context"

// Level is the importance of a message.
type Level int

// LevelDebug is that of details, which nobody sees here.
const LevelDebug Level = -4

// Logger is where messages go.
type Logger struct{}

// Default returns the logger.
func Default() *Logger { return nil }

// Enabled reports that details are not wanted.
func (*Logger) Enabled(_ context.Context, l Level) bool { return l > LevelDebug }

// Debug leaves a detail out.
func Debug(string, ...any) {}

// Error writes what went wrong.
func Error(message string, _ ...any) { println(message) }
