package workbook

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"unicode/utf16"
)

const (
	// defaultPassword locks workbooks that spreadsheet programs open without asking (MS-OFFCRYPTO 2.1.1).
	defaultPassword = "VelvetSweatshop"

	standardSpins = 50_000     // MS-OFFCRYPTO 2.3.4.7
	maxSpins      = 1_000_000  // ten times what Excel writes
	spinsInAll    = 10_000_000 // over all passwords tried on one file: some seconds
	segment       = 4096       // of the agile encryption
)

const passwordHint = "write its password into a file and name that by --password-file, or set PLIMSOLL_PASSWORD; or save a copy without a password"

// lock is how a package is encrypted.
type lock struct {
	spins int
	key   func(password string) []byte   // of the package; nil where the password is wrong
	open  func(key, sealed []byte) error // decrypts in place
}

// unlocked gives the package of a locked workbook, and whatever else is no locked workbook as it is.
func unlocked(data []byte, passwords []string) ([]byte, error) {
	if !isCompound(data) {
		return data, nil
	}
	if c, err := openCompound(data); err == nil && c.has("EncryptedPackage") {
		return unlock(c, passwords)
	}
	return data, nil
}

// unlock decrypts the package of a locked workbook with the first password that fits. A password is held against the
// file's own verifier, so that a wrong one never makes rows.
func unlock(c *compoundFile, passwords []string) ([]byte, error) {
	info, err := c.read("EncryptionInfo")
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
	sealed, err := c.read("EncryptedPackage")
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
	return &refusal{"encrypted-workbook", "the workbook is locked " + how, "save a copy without a password and send that"}
}

// try finds the package's key.
func (l *lock) try(passwords []string) ([]byte, error) {
	most := spinsInAll / max(l.spins, 1)
	for i, password := range append([]string{defaultPassword}, passwords...) {
		if i > most {
			return nil, &refusal{"encrypted-workbook", fmt.Sprintf("the workbook is locked with a password, and none of the first %d given opens it", most), "leave fewer passwords in the file"}
		}
		if key := l.key(password); key != nil {
			return key, nil
		}
	}
	message := "the workbook is locked with a password"
	if len(passwords) > 0 {
		message = fmt.Sprintf("%s, and none of the %d given opens it", message, len(passwords))
	}
	return nil, &refusal{"encrypted-workbook", message, passwordHint}
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

// readStandard reads the older kind: AES of the whole package in one piece (ECB), keys by SHA-1.
func readStandard(info []byte) (*lock, error) {
	if len(info) < 4 {
		return nil, errLock
	}
	length := int64(binary.LittleEndian.Uint32(info))
	if length < 32 || int64(len(info)) < 4+length+72 {
		return nil, errLock
	}
	header, verifier := info[4:4+length], info[4+length:]
	algorithm, bits := binary.LittleEndian.Uint32(header[8:]), binary.LittleEndian.Uint32(header[16:])
	if want, known := map[uint32]uint32{0x660E: 128, 0x660F: 192, 0x6610: 256}[algorithm]; !known || bits != want {
		return nil, errLock
	}
	salt, proof, sum := verifier[4:20], verifier[20:36], verifier[40:72]
	key := func(password string) []byte {
		key := standardKey(salt, password)[:bits/8]
		block, err := aes.NewCipher(key)
		if err != nil {
			return nil
		}
		got := sha1.Sum(decrypted(block, proof))
		if !bytes.Equal(got[:], decrypted(block, sum)[:sha1.Size]) {
			return nil
		}
		return key
	}
	return &lock{standardSpins, key, openStandard}, nil
}

// standardKey derives the key, of which the first bytes are taken (MS-OFFCRYPTO 2.3.4.7).
func standardKey(salt []byte, password string) []byte {
	last := hashed(sha1.New(), spin(sha1.New(), salt, password, standardSpins), make([]byte, 4))
	half := func(pad byte) []byte {
		block := bytes.Repeat([]byte{pad}, sha1.BlockSize)
		for i, b := range last {
			block[i] ^= b
		}
		sum := sha1.Sum(block)
		return sum[:]
	}
	return append(half(0x36), half(0x5C)...)
}

// decrypted gives whole blocks, decrypted one by one into a copy.
func decrypted(block cipher.Block, sealed []byte) []byte {
	out := make([]byte, len(sealed))
	for i := 0; i < len(sealed); i += aes.BlockSize {
		block.Decrypt(out[i:], sealed[i:])
	}
	return out
}

func openStandard(key, sealed []byte) error {
	block, err := aes.NewCipher(key)
	for i := 0; err == nil && i < len(sealed); i += aes.BlockSize {
		block.Decrypt(sealed[i:], sealed[i:])
	}
	return err
}

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
