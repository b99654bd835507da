import { openTotp, sealTotp } from '../../platform/auth/index.ts';
import type { InstallationSealed, Row } from '../../platform/moving/index.ts';
import { openField, type Place, sealField } from '../../platform/vault/index.ts';

/** A column sealed under a key that is derived for one purpose, at a place that the row itself tells. */
function sealedFor(
  purpose: string,
  table: string,
  column: string,
  placeOf: (row: Row) => Pick<Place, 'row' | 'record'> & { version?: number },
): InstallationSealed {
  const place = (row: Row): Place => ({
    community: String(row.community_id),
    table,
    column,
    version: 1,
    ...placeOf(row),
  });
  return {
    table,
    column,
    open: (keyStore, row, sealed) => openField(keyStore.installationSecret(purpose), place(row), sealed),
    seal: (keyStore, row, plain) => sealField(keyStore.installationSecret(purpose), place(row), plain),
  };
}

const totp = (column: string): InstallationSealed => ({
  table: 'people',
  column,
  open: (keyStore, row, sealed) => openTotp(keyStore.installationSecret('totp'), String(row.id), sealed),
  seal: (keyStore, row, plain) => sealTotp(keyStore.installationSecret('totp'), String(row.id), plain.toString()),
});

/** Every column that the installation can open by itself; whoever adds one adds it here, or it is lost in a move. */
export const installationSealed: readonly InstallationSealed[] = [
  totp('totp_sealed'),
  totp('totp_pending'),
  sealedFor('settings', 'community_settings', 'sealed', (row) => ({
    row: String(row.subject),
    record: String(row.community_id),
    version: Number(row.version),
  })),
  sealedFor('mailboxes', 'mailboxes', 'sealed', (row) => ({
    row: String(row.community_id),
    record: String(row.community_id),
    version: Number(row.version),
  })),
  sealedFor('pager numbers', 'pager_numbers', 'sealed_number', (row) => ({
    row: String(row.person_id),
    record: String(row.person_id),
  })),
  sealedFor('membership changes', 'membership_changes', 'reason', (row) => ({
    row: String(row.id),
    record: String(row.person_id),
  })),
  sealedFor('library mistakes', 'library_mistakes', 'words', (row) => ({
    row: String(row.id),
    record: String(row.id),
  })),
];
