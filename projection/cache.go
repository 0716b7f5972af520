package projection

// A cache keeps what was made last for a number of keys, in constant memory:
// each key has one place, which it shares with others.
type cache[T any] []cached[T]

type cached[T any] struct {
	key   int // 1 more than the key; 0: empty
	value T
}

// newCache has room for all of some keys, or as many as are worth keeping.
func newCache[T any](keys int) cache[T] { return make(cache[T], min(keys, 1024)) }

// get gives the value of a key, which is made if it is not there.
func (c cache[T]) get(key int, make func() (T, error)) (*T, error) {
	place := &c[key%len(c)]
	if place.key == key+1 {
		return &place.value, nil
	}
	v, err := make()
	if err != nil {
		return nil, err
	}
	place.key, place.value = key+1, v
	return &place.value, nil
}
