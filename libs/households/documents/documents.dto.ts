import { Day, Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { OwnHouseholdQuery } from '../households/households.dto.js';
import type { DocumentEntity } from './document.entity.js';
import {
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  documentState,
  FILE_TYPES,
  type DocumentKind,
  type DocumentState,
  type FileType,
} from './document.rules.js';

/** What the paper is; the file itself is the body, multipart field `file`. */
export class AddDocumentQuery extends OwnHouseholdQuery {
  @OneOf(DOCUMENT_KINDS) kind: DocumentKind;
  @Text({ min: 1, max: 2, pattern: /^\d{1,2}$/, optional: true, description: 'Of a licence: product set 14, 15 or 18' }) setCode?: string;
  @Text({ min: 1, max: 80 }) number: string;
  @Day({ optional: true }) issuedOn?: string;
  @Day({ optional: true, description: 'Last day' }) expiresOn?: string;
}

export class RefuseDocumentDto {
  @Text({ min: 5, max: 500, lines: true, description: 'Why it cannot count, for the household to read' }) reason: string;
}

export class DocumentDto {
  @Uuid() id: string;
  @OneOf(DOCUMENT_KINDS) kind: DocumentKind;
  @Text({ optional: true }) setCode: string | null;
  @Text() number: string;
  @Day({ optional: true }) issuedOn: string | null;
  @Day({ optional: true, description: 'Last day' }) expiresOn: string | null;
  @OneOf(DOCUMENT_STATES) state: DocumentState;
  @Text({ optional: true, max: 500 }) refusal: string | null;
  @Instant({ optional: true }) seenAt: string | null;
  @Instant() addedAt: string;
  @OneOf(FILE_TYPES) fileType: FileType;
  @Int() fileBytes: number;
  @Text({ description: 'Where the file is, for those who may see it' }) url: string;
}

export class DocumentsDto {
  @ListOf(() => DocumentDto) data: DocumentDto[];
}

/** `today`: the day in Vietnam. */
export function toDocumentDto(document: DocumentEntity, today: string): DocumentDto {
  const { id, kind, setCode, number, issuedOn, expiresOn, refusal, seenAt, addedAt, fileType, fileBytes } = document;
  return {
    id,
    kind,
    setCode,
    number,
    issuedOn,
    expiresOn,
    state: documentState(document, today),
    refusal,
    seenAt: seenAt?.toISOString() ?? null,
    addedAt: addedAt.toISOString(),
    fileType,
    fileBytes,
    url: `/api/v1/household-documents/${id}/file`,
  };
}
