package pledgesim

// Version is the version of this library, which every table and figure names. Between
// two releases it is that of the next one, with "-dev" after it.
const Version = "0.1.0-dev"
