// @ts-nocheck: generated for a laxer compiler than ours
// This is a generated file. Modifications will be overwritten.
import { BaseModel, Dict, integer, Integer, Optional, transformValue } from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { Exclude, Expose, Type, Transform } from 'class-transformer';

export class ResourceModel extends BaseModel {

    @Exclude()
    public static readonly TYPE_NAME: string = 'Acme::Example::Note';

    @Exclude()
    protected readonly IDENTIFIER_KEY_NOTEID: string = '/properties/NoteId';

    @Expose({ name: 'NoteId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'noteId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    noteId?: Optional<string>;
    @Expose({ name: 'Text' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'text', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    text?: Optional<string>;

    @Exclude()
    public getPrimaryIdentifier(): Dict {
        const identifier: Dict = {};
        if (this.noteId != null) {
            identifier[this.IDENTIFIER_KEY_NOTEID] = this.noteId;
        }

        // only return the identifier if it can be used, i.e. if all components are present
        return Object.keys(identifier).length === 1 ? identifier : null;
    }

    @Exclude()
    public getAdditionalIdentifiers(): Array<Dict> {
        const identifiers: Array<Dict> = new Array<Dict>();
        // only return the identifiers if any can be used
        return identifiers.length === 0 ? null : identifiers;
    }
}

export class TypeConfigurationModel extends BaseModel {



}

