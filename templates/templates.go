// Package templates holds everything that a person who does not program may want to change, built into the program.
package templates

import "embed"

// Files are the built-in templates: areas, limits, sheets, agents, processes, languages, mappings, reports, theme and fonts.
//
//go:embed *.yaml areas limits languages mappings reports fonts
var Files embed.FS
