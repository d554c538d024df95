import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { requireOwnHousehold } from '@choxa/households';
import { Can, uploadedFile, Who, type Actor, type UploadRequest } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { ImportStatement } from './import-statement.js';
import { StatementDto, StatementQuery, toStatementDto } from './statement.dto.js';

@ApiTags('payments')
@Controller()
export class StatementsController {
  constructor(private readonly importStatement: ImportStatement) {}

  /** A CSV export of the household's bank: first to look at, then to book what was found in it. */
  @Post('household/bank-statements')
  @Can('payment.write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: StatementDto })
  async import(
    @Who() actor: Actor,
    @Query() { household, apply = false }: StatementQuery,
    @Req() request: UploadRequest,
  ): Promise<StatementDto> {
    const householdId = requireOwnHousehold(actor, household);
    const file = await uploadedFile(request);
    if (!file?.bytes.length) throw orderProblem('statement.unreadable');
    const statement = apply
      ? await this.importStatement.run(actor, householdId, file.bytes)
      : await this.importStatement.preview(householdId, file.bytes);
    return toStatementDto(statement, apply);
  }
}
