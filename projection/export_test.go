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

// WorkersFor is the number of workers of a simulation that counts so many times as
// much as a plain one.
func WorkersFor(members, years, workers, draws, times int) int {
	s := &simulation{members: make([]simulated, members), years: years, options: Options{Workers: workers}}
	return s.workersFor(drawRange{0, draws}, times)
}
