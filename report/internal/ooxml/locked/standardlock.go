package locked

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"encoding/binary"
)

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
