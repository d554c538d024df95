import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, PageQuery, Who, type Actor } from '@choxa/platform';
import { ConfirmRecognition } from './confirm-recognition.js';
import { DecideChange } from './decide-change.js';
import { DeclareRecognition } from './declare-recognition.js';
import { EnterRecognition } from './enter-recognition.js';
import { ProposeChange } from './propose-change.js';
import {
  DeclareRecognitionDto,
  EnterRecognitionDto,
  ProposeCorrectionDto,
  ProposeRevocationDto,
  RecognitionDto,
  RecognitionsDto,
  RecognitionsQuery,
} from './recognition.dto.js';
import { RecognitionsToCheck } from './recognitions-to-check.query.js';

/** OCOP decisions on products: declared by households, entered by one official, confirmed by another; corrected and revoked by two. */
@ApiTags('catalogue')
@Controller()
export class RecognitionsController {
  constructor(
    private readonly declareRecognition: DeclareRecognition,
    private readonly enterRecognition: EnterRecognition,
    private readonly confirmRecognition: ConfirmRecognition,
    private readonly proposeChange: ProposeChange,
    private readonly decideChange: DecideChange,
    private readonly recognitions: RecognitionsToCheck,
  ) {}

  @Post('products/:id/recognitions')
  @Can('recognition.declare')
  @ApiCreatedResponse({ type: RecognitionDto })
  async declare(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeclareRecognitionDto): Promise<RecognitionDto> {
    return this.recognitions.written(actor, (await this.declareRecognition.run(actor, id, body)).id);
  }

  @Get('products/:id/recognitions')
  @Can('recognition.declare')
  @ApiOkResponse({ type: RecognitionsDto })
  async ofOwnProduct(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecognitionsDto> {
    return { data: await this.recognitions.ofOwnProduct(actor, id), next: null };
  }

  @Get('recognitions')
  @Can('recognition.read')
  @ApiOkResponse({ type: RecognitionsDto })
  async list(@Who() actor: Actor, @Query() query: RecognitionsQuery): Promise<RecognitionsDto> {
    return this.recognitions.list(actor, query);
  }

  @Get('recognitions/expiring')
  @Can('recognition.read')
  @ApiOkResponse({ type: RecognitionsDto })
  async expiring(@Who() actor: Actor, @Query() query: PageQuery): Promise<RecognitionsDto> {
    return this.recognitions.expiring(actor, query);
  }

  @Post('recognitions')
  @Can('recognition.enter')
  @ApiCreatedResponse({ type: RecognitionDto })
  async enter(@Who() actor: Actor, @Body() body: EnterRecognitionDto): Promise<RecognitionDto> {
    return this.recognitions.written(actor, (await this.enterRecognition.run(actor, body)).id);
  }

  @Post('recognitions/:id/confirmation')
  @Can('recognition.confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecognitionDto })
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecognitionDto> {
    return this.recognitions.written(actor, (await this.confirmRecognition.run(actor, id)).id);
  }

  @Post('recognitions/:id/correction')
  @Can('recognition.enter')
  @ApiCreatedResponse({ type: RecognitionDto })
  async correct(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ProposeCorrectionDto): Promise<RecognitionDto> {
    const { reason, ...wanted } = body;
    await this.proposeChange.run(actor, id, { reason, wanted });
    return this.recognitions.written(actor, id);
  }

  @Post('recognitions/:id/revocation')
  @Can('recognition.enter')
  @ApiCreatedResponse({ type: RecognitionDto })
  async revoke(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ProposeRevocationDto): Promise<RecognitionDto> {
    await this.proposeChange.run(actor, id, body);
    return this.recognitions.written(actor, id);
  }

  /** Another official agrees to the open correction or revocation. */
  @Post('recognitions/:id/change/confirmation')
  @Can('recognition.confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecognitionDto })
  async confirmChange(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecognitionDto> {
    await this.decideChange.confirm(actor, id);
    return this.recognitions.written(actor, id);
  }

  @Delete('recognitions/:id/change')
  @Can('recognition.confirm')
  @ApiOkResponse({ type: RecognitionDto })
  async dropChange(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecognitionDto> {
    await this.decideChange.drop(actor, id);
    return this.recognitions.written(actor, id);
  }
}
