/**
 * A package protected with a password as Excel does it: ECMA-376 "agile" encryption (MS-OFFCRYPTO 2.3.4.10 ff.), AES-256
 * in CBC mode, SHA-512, in a compound file. Salts come from the password, so that the same file comes out every time;
 * that would be wrong for secrets and is right for a sample.
 */
import XLSX from '@e965/xlsx';
import { createCipheriv, createHash, createHmac } from 'node:crypto';

const SPINS = 100_000;
const SEGMENT = 4096;
const BLOCKS = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  key: '146e0be7abacd0d6',
  integrityKey: '5fb2ad010cb9e1f6',
  integrityValue: 'a0677f02b22c8433',
};

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha512')).digest();
const fixed = (label, length) => sha(Buffer.from(`tong-hop sample ${label}`)).subarray(0, length);
const int32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
};

function aes(key, iv, data) {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([data, Buffer.alloc((16 - (data.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** The bytes of an .xlsx as Excel would save them under a password. */
export function encryptPackage(bytes, password) {
  const keySalt = fixed('key salt', 16);
  const passwordSalt = fixed('password salt', 16);
  const key = fixed('package key', 32);
  let spun = sha(passwordSalt, Buffer.from(password, 'utf16le'));
  for (let index = 0; index < SPINS; index += 1) spun = sha(int32(index), spun);
  const locked = (block, data) => aes(sha(spun, Buffer.from(BLOCKS[block], 'hex')).subarray(0, 32), passwordSalt, data);
  const verifier = fixed('verifier', 16);

  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(bytes.length), 0);
  const segments = [size];
  for (let at = 0, index = 0; at < bytes.length; at += SEGMENT, index += 1) {
    const iv = sha(keySalt, int32(index)).subarray(0, 16);
    segments.push(aes(key, iv, Buffer.from(bytes.subarray(at, at + SEGMENT))));
  }
  const sealed = Buffer.concat(segments);
  const hmacKey = fixed('integrity', 64);
  const integrity = (block, data) =>
    aes(key, sha(keySalt, Buffer.from(BLOCKS[block], 'hex')).subarray(0, 16), data).toString('base64');
  const settings =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const info =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">' +
    `<keyData ${settings} saltValue="${keySalt.toString('base64')}"/>` +
    `<dataIntegrity encryptedHmacKey="${integrity('integrityKey', hmacKey)}" ` +
    `encryptedHmacValue="${integrity('integrityValue', createHmac('sha512', hmacKey).update(sealed).digest())}"/>` +
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">' +
    `<p:encryptedKey spinCount="${SPINS}" ${settings} saltValue="${passwordSalt.toString('base64')}" ` +
    `encryptedVerifierHashInput="${locked('verifierInput', verifier).toString('base64')}" ` +
    `encryptedVerifierHashValue="${locked('verifierHash', sha(verifier)).toString('base64')}" ` +
    `encryptedKeyValue="${locked('key', key).toString('base64')}"/></keyEncryptor></keyEncryptors></encryption>`;
  const container = XLSX.CFB.utils.cfb_new();
  // SheetJS leaves a stream of its own in new containers.
  XLSX.CFB.utils.cfb_del(container, '/\u0001Sh33tJ5');
  XLSX.CFB.utils.cfb_add(
    container,
    '/EncryptionInfo',
    Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(info)]),
  );
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', sealed);
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }));
}
