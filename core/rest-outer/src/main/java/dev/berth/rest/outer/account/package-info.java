/** Users who register, the codes that prove who they are, and their tokens and keys. */
package dev.berth.rest.outer.account;
