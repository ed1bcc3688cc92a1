/** Why a text is not what it should be, and what to write; whoever knows where it stands reports it. */
export class Complaint {
  constructor(
    readonly what: string,
    readonly instead: string,
  ) {}
}
