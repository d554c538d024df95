import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, OneOf, PageQuery, Who, type Actor } from '@choxa/platform';
import { ConfirmRecognition } from './confirm-recognition.js';
import { DeclareRecognition } from './declare-recognition.js';
import { EnterRecognition } from './enter-recognition.js';
import { DeclareRecognitionDto, EnterRecognitionDto, RecognitionDto, RecognitionsDto } from './recognition.dto.js';
import { RECOGNITION_STATUSES, type RecognitionStatus } from './recognition.rules.js';
import { RecognitionsToCheck } from './recognitions-to-check.query.js';

export class RecognitionsQuery extends PageQuery {
  @OneOf(RECOGNITION_STATUSES, { optional: true }) status?: RecognitionStatus;
}

/** OCOP decisions on products: declared by households, entered by one official, confirmed by another. */
@ApiTags('catalogue')
@Controller()
export class RecognitionsController {
  constructor(
    private readonly declareRecognition: DeclareRecognition,
    private readonly enterRecognition: EnterRecognition,
    private readonly confirmRecognition: ConfirmRecognition,
    private readonly recognitions: RecognitionsToCheck,
  ) {}

  @Post('products/:id/recognitions')
  @Can('recognition.declare')
  @ApiCreatedResponse({ type: RecognitionDto })
  async declare(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeclareRecognitionDto): Promise<RecognitionDto> {
    return this.recognitions.written(actor, (await this.declareRecognition.run(actor, id, body)).id);
  }

  @Get('recognitions')
  @Can('recognition.read')
  @ApiOkResponse({ type: RecognitionsDto })
  async list(@Who() actor: Actor, @Query() query: RecognitionsQuery): Promise<RecognitionsDto> {
    return this.recognitions.list(actor, query);
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
}
