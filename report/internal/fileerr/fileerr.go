// Package fileerr is why a file, or a part of it, could not be read: of what kind the hindrance is, a sentence for who
// sent it, and what helps.
//
// Rooms that take files apart return such an error where they know the cause; any other error of theirs means that the
// file is damaged. Who opens files makes a problem of it, with the file's place:
//
//	err := fileerr.TooLarge("it holds more than 20000 parts")
//	var known *fileerr.Error
//	if errors.As(err, &known) { … known.Kind, known.Message, known.Hint … }
package fileerr

// Kind is what stands in the way of reading.
type Kind uint8

// The kinds of hindrances.
const (
	UnreadableKind Kind = iota // it is no workbook, or one that is not read
	EncryptedKind              // it stays locked
	TruncatedKind              // it breaks off, or holds what cannot stand there
	TooLargeKind               // it would take more than is given to one file
	EncodingKind               // nothing says how the bytes of a text are to be read
	DelimiterKind              // nothing says what parts the values of a text
)

// Error says what is wrong with a file; the message goes on where "audits.xlsx: " ends.
type Error struct {
	Kind          Kind
	Message, Hint string
}

func (e *Error) Error() string { return e.Message }

// Hints that several rooms give.
const (
	// SaveAs helps with whatever only a spreadsheet program reads.
	SaveAs = "open it in a spreadsheet program and save it as .xlsx"
	// SaveAgain helps where a program wrote what no other reads.
	SaveAgain = "open it in a spreadsheet program and save it again as .xlsx"
	// Password helps with a workbook that is locked with one.
	Password = "write its password into a file and name that by --password-file, or set PLIMSOLL_PASSWORD; " +
		"or save a copy without a password"
)

// Unreadable is a file that is no workbook, or one of a kind that is not read.
func Unreadable(message, hint string) error { return &Error{UnreadableKind, message, hint} }

// Encrypted is a workbook that stays locked.
func Encrypted(message, hint string) error { return &Error{EncryptedKind, message, hint} }

// Truncated is a table that breaks off or holds what cannot stand there.
func Truncated(message, hint string) error { return &Error{TruncatedKind, message, hint} }

// TooLarge is a file that would take more than is given to one, by what it holds and needs not.
func TooLarge(message string) error {
	return Oversize(message, "split the workbook, or remove what it does not need")
}

// Oversize is TooLarge with a hint of its own.
func Oversize(message, hint string) error { return &Error{TooLargeKind, message, hint} }

// UnknownEncoding is a text of which nothing says how its bytes are to be read.
func UnknownEncoding(message, hint string) error { return &Error{EncodingKind, message, hint} }

// UnknownDelimiter is a text of which nothing says what parts its values.
func UnknownDelimiter(message, hint string) error { return &Error{DelimiterKind, message, hint} }
