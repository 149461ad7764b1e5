package locked

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash"
	"io"
	"strconv"
	"strings"

	"plimsoll/report/internal/ooxml/xmlpart"
)

// What the hashes of a password are for (MS-OFFCRYPTO 2.3.4.13).
const (
	forVerifier = "\xfe\xa7\xd2\x76\x3b\x4b\x9e\x79"
	forHash     = "\xd7\xaa\x0f\x6d\x30\x61\x34\x4e"
	forKey      = "\x14\x6e\x0b\xe7\xab\xac\xd0\xd6"
)

var hashes = map[string]func() hash.Hash{"SHA1": sha1.New, "SHA256": sha256.New, "SHA384": sha512.New384,
	"SHA512": sha512.New}

// agile is one of the two elements that describe the newer kind: of the package, and of its key.
type agile struct {
	salt       []byte
	hash       func() hash.Hash
	key, block int // bytes
	spins      int

	verifier, verifierHash, sealedKey []byte // of the package's key
}

// readAgile reads the newer kind: AES in segments (CBC), the package's key locked by that of the password (2.3.4.10).
func readAgile(info []byte) (*lock, error) {
	var data, locked *agile
	r := xmlpart.NewScanner(bytes.Clone(info))
	for {
		ev, err := r.Next()
		switch {
		case errors.Is(err, io.EOF) && (data == nil || locked == nil):
			return nil, errLock
		case errors.Is(err, io.EOF):
			key := func(password string) []byte { return locked.packageKey(password, data.key) }
			return &lock{locked.spins, key, data.open}, nil
		case err != nil:
			return nil, err
		case ev == xmlpart.OpenTag && string(r.Name()) == "keyData" && data == nil:
			data, err = agileOfElement(r)
		case ev == xmlpart.OpenTag && string(r.Name()) == "encryptedKey" && locked == nil:
			locked, err = agileOfElement(r)
		}
		if err != nil {
			return nil, err
		}
	}
}

// agileOfElement reads the attributes of the element just opened.
func agileOfElement(r *xmlpart.Scanner) (*agile, error) {
	attr := func(name string) string { v, _ := r.Attr(name); return v }
	number := func(name string) int { n, _ := strconv.Atoi(attr(name)); return n }
	a := &agile{key: number("keyBits") / 8, block: number("blockSize"), spins: number("spinCount")}
	a.hash = hashes[strings.ReplaceAll(attr("hashAlgorithm"), "-", "")]
	for name, value := range map[string]*[]byte{"saltValue": &a.salt, "encryptedVerifierHashInput": &a.verifier,
		"encryptedVerifierHashValue": &a.verifierHash, "encryptedKeyValue": &a.sealedKey} {
		var err error
		if *value, err = base64.StdEncoding.DecodeString(attr(name)); err != nil || len(*value)%aes.BlockSize != 0 &&
			value != &a.salt {
			return nil, errLock
		}
	}
	switch {
	case a.hash == nil, attr("cipherAlgorithm") != "AES", attr("cipherChaining") != "ChainingModeCBC",
		a.block != aes.BlockSize,
		a.key != 16 && a.key != 24 && a.key != 32, a.spins < 0, a.spins > maxSpins, len(a.salt) == 0:
		return nil, errLock
	}
	return a, nil
}

// packageKey opens the package's key, of so many bytes, with a password; nil where the verifier says that it is wrong.
func (a *agile) packageKey(password string, size int) []byte {
	sum := spin(a.hash(), a.salt, password, a.spins)
	open := func(purpose string, sealed []byte) []byte {
		out := bytes.Clone(sealed)
		a.decrypt(sized(hashed(a.hash(), sum, []byte(purpose)), a.key), a.salt, out)
		return out
	}
	verifier, want, key := open(forVerifier, a.verifier), open(forHash, a.verifierHash), open(forKey, a.sealedKey)
	got := hashed(a.hash(), verifier[:min(len(a.salt), len(verifier))])
	if len(key) < size || len(want) < len(got) || !bytes.Equal(got, want[:len(got)]) {
		return nil
	}
	return key[:size]
}

// open decrypts the package, each segment with a start of its own.
func (a *agile) open(key, sealed []byte) error {
	var number [4]byte
	for i := 0; len(sealed) > 0; i++ {
		binary.LittleEndian.PutUint32(number[:], uint32(i))
		n := min(len(sealed), segment)
		if err := a.decrypt(key, hashed(a.hash(), a.salt, number[:]), sealed[:n]); err != nil {
			return err
		}
		sealed = sealed[n:]
	}
	return nil
}

func (a *agile) decrypt(key, start, sealed []byte) error {
	block, err := aes.NewCipher(key)
	if err != nil {
		return err
	}
	cipher.NewCBCDecrypter(block, sized(start, aes.BlockSize)).CryptBlocks(sealed, sealed)
	return nil
}

// sized cuts a hash, or fills it up.
func sized(sum []byte, n int) []byte {
	for len(sum) < n {
		sum = append(sum, 0x36)
	}
	return sum[:n]
}
