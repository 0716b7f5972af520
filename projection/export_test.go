package projection

import "crypto/sha256"

// Resum puts the checksum of a summary right, so that a fuzzer gets past it.
func Resum(data []byte) []byte {
	if len(data) < sha256.Size {
		return data
	}
	body := data[:len(data)-sha256.Size]
	sum := sha256.Sum256(body)
	return append(append([]byte(nil), body...), sum[:]...)
}
