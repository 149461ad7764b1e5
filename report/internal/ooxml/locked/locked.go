// Package locked opens workbooks that are locked with a password: what goes in is the file and the passwords to try,
// what comes out is the package that stands in it (MS-OFFCRYPTO 2.3.4, both kinds that Excel writes: standard and
// agile).
//
//	pkg, err := locked.Unlock(data, []string{"secret"})
//
// Every password is held against the file's own verifier, so that a wrong one never makes rows, and the turns of its
// hash are bounded, since the file says how many there are. That is why excelize's Decrypt is not used: it has no
// verifier (a wrong password gives rubbish and no error) and no bound, and opens seven of nine locked files; its
// Encrypt and Decrypt are the tests' second opinion.
package locked

import (
	"crypto/aes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"unicode/utf16"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/compound"
)

const (
	// defaultPassword locks workbooks that spreadsheet programs open without asking (MS-OFFCRYPTO 2.1.1).
	defaultPassword = "VelvetSweatshop"

	standardSpins = 50_000     // MS-OFFCRYPTO 2.3.4.7
	maxSpins      = 1_000_000  // ten times what Excel writes
	spinsInAll    = 10_000_000 // over all passwords tried on one file: some seconds
	segment       = 4096       // of the agile encryption
)

// lock is how a package is encrypted.
type lock struct {
	spins int
	key   func(password string) []byte   // of the package; nil where the password is wrong
	open  func(key, sealed []byte) error // decrypts in place
}

// Unlock gives the package of a locked workbook, and whatever else is no locked workbook as it is.
func Unlock(data []byte, passwords []string) ([]byte, error) {
	if !compound.Is(data) {
		return data, nil
	}
	if c, err := compound.Open(data); err == nil && c.Has("EncryptedPackage") {
		return unlockPackage(c, passwords)
	}
	return data, nil
}

// unlockPackage decrypts the package of a locked workbook with the first password that fits. A password is held against
// the file's own verifier, so that a wrong one never makes rows.
func unlockPackage(c *compound.File, passwords []string) ([]byte, error) {
	info, err := c.Read("EncryptionInfo")
	if err != nil {
		return nil, lockedBy("in a way that is not read here (rights management?)")
	}
	l, err := readLock(info)
	if err != nil {
		return nil, err
	}
	key, err := l.try(passwords)
	if err != nil {
		return nil, err
	}
	sealed, err := c.Read("EncryptedPackage")
	if err != nil || len(sealed) < 8 {
		return nil, lockedBy("and damaged")
	}
	size := binary.LittleEndian.Uint64(sealed)
	sealed = sealed[8 : 8+(len(sealed)-8)/aes.BlockSize*aes.BlockSize]
	if err := l.open(key, sealed); err != nil || size > uint64(len(sealed)) {
		return nil, lockedBy("and damaged")
	}
	return sealed[:size], nil
}

func lockedBy(how string) error {
	return fileerr.Encrypted("the workbook is locked "+how, "save a copy without a password and send that")
}

// try finds the package's key.
func (l *lock) try(passwords []string) ([]byte, error) {
	most := spinsInAll / max(l.spins, 1)
	for i, password := range append([]string{defaultPassword}, passwords...) {
		if i > most {
			return nil, fileerr.Encrypted(fmt.Sprintf("the workbook is locked with a password, and none of the "+
				"first %d given opens it", most), "leave fewer passwords in the file")
		}
		if key := l.key(password); key != nil {
			return key, nil
		}
	}
	message := "the workbook is locked with a password"
	if len(passwords) > 0 {
		message = fmt.Sprintf("%s, and none of the %d given opens it", message, len(passwords))
	}
	return nil, fileerr.Encrypted(message, fileerr.Password)
}

// readLock tells the two kinds of encryption apart (MS-OFFCRYPTO 2.3.4.5, 2.3.4.10).
func readLock(info []byte) (*lock, error) {
	if len(info) < 8 {
		return nil, lockedBy("and damaged")
	}
	major, minor := binary.LittleEndian.Uint16(info), binary.LittleEndian.Uint16(info[2:])
	var l *lock
	err := errLock
	switch {
	case major == 4 && minor == 4:
		l, err = readAgile(info[8:])
	case minor == 2 && major >= 2 && major <= 4:
		l, err = readStandard(info[8:])
	}
	if err != nil {
		return nil, lockedBy("in a way that is not read here")
	}
	return l, nil
}

// errLock is an encryption of a kind that is not read.
var errLock = errors.New("unknown encryption")

// spin hashes a password as often as the file asks for.
func spin(h hash.Hash, salt []byte, password string, spins int) []byte {
	h.Write(salt)
	for _, unit := range utf16.Encode([]rune(password)) {
		h.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	sum := h.Sum(nil)
	var turn [4]byte
	for i := range spins {
		binary.LittleEndian.PutUint32(turn[:], uint32(i))
		h.Reset()
		h.Write(turn[:])
		h.Write(sum)
		sum = h.Sum(sum[:0])
	}
	return sum
}

// hashed is the hash of pieces one after another.
func hashed(h hash.Hash, pieces ...[]byte) []byte {
	h.Reset()
	for _, p := range pieces {
		h.Write(p)
	}
	return h.Sum(nil)
}
