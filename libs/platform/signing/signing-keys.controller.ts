import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../guard/policies.js';
import { SigningKeysDto } from './signing-keys.dto.js';
import { SigningKeys } from './signing-keys.js';

/** The public keys with which anybody checks what this installation has signed. */
@ApiTags('signing keys')
@Controller('signing-keys')
export class SigningKeysController {
  constructor(private readonly keys: SigningKeys) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: SigningKeysDto })
  list(): SigningKeysDto {
    return { data: this.keys.published() };
  }
}
