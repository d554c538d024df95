import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, PageQuery, Public, Who, type Actor } from '@choxa/platform';
import { AnswerQuestion } from './answer-question.js';
import { AskQuestion } from './ask-question.js';
import { AnswerQuestionDto, AskedQuestionDto, AskQuestionDto, DeskQuestionsQuery, QuestionsDto } from './question.dto.js';
import { Questions } from './questions.query.js';

/** Questions about products, and the household's answers. */
@ApiTags('catalogue')
@Controller()
export class QuestionsController {
  constructor(
    private readonly questions: Questions,
    private readonly askQuestion: AskQuestion,
    private readonly answerQuestion: AnswerQuestion,
  ) {}

  @Get('products/:slug/questions')
  @Public()
  @ApiOkResponse({ type: QuestionsDto })
  async ofProduct(@Param('slug') slug: string, @Query() query: PageQuery): Promise<QuestionsDto> {
    return this.questions.ofProduct(slug, query);
  }

  @Post('products/:slug/questions')
  @Can('question.ask')
  @ApiCreatedResponse({ type: AskedQuestionDto })
  async ask(@Who() actor: Actor, @Param('slug') slug: string, @Body() body: AskQuestionDto): Promise<AskedQuestionDto> {
    return { id: await this.askQuestion.run(actor, slug, body.text) };
  }

  @Get('household/questions')
  @Can('remark.read-own')
  @ApiOkResponse({ type: QuestionsDto })
  async ofDesk(@Who() actor: Actor, @Query() query: DeskQuestionsQuery): Promise<QuestionsDto> {
    return this.questions.ofDesk(actor, query);
  }

  @Put('questions/:id/answer')
  @Can('remark.answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AnswerQuestionDto): Promise<void> {
    await this.answerQuestion.run(actor, id, body.text);
  }
}
