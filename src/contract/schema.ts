import * as z from 'zod'

// Compiling validators at run time needs `eval`, which our content security policy forbids everywhere.
z.config({ jitless: true })

export { z }
