namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of the bodies that it lets through, all of it.</summary>
public sealed class ApiStackModelTests
{
    [Fact]
    public void Models_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::Model", """
        ContentType = application/json  ×3
        Name = GlossaryRequest  ×1
        Name = ReviewRequest  ×1
        Name = TermRequest  ×1
        RestApiId = ${./Api}  ×3
        Schema.$schema = http://json-schema.org/draft-04/schema#  ×3
        Schema.additionalProperties = true  ×3
        Schema.properties.definition.maxLength = 2000  ×1
        Schema.properties.definition.minLength = 1  ×1
        Schema.properties.definition.type = string  ×1
        Schema.properties.description.maxLength = 1000  ×1
        Schema.properties.description.type = [string, null]  ×1
        Schema.properties.glossaryId.maxLength = 26  ×1
        Schema.properties.glossaryId.minLength = 26  ×1
        Schema.properties.glossaryId.pattern = ^[0-7][0-9A-HJKMNP-TV-Z]{25}$  ×1
        Schema.properties.glossaryId.type = string  ×1
        Schema.properties.quality.maximum = 5  ×1
        Schema.properties.quality.minimum = 0  ×1
        Schema.properties.quality.type = integer  ×1
        Schema.properties.references.items.additionalProperties = true  ×1
        Schema.properties.references.items.properties.title.maxLength = 120  ×1
        Schema.properties.references.items.properties.title.minLength = 1  ×1
        Schema.properties.references.items.properties.title.type = string  ×1
        Schema.properties.references.items.properties.url.maxLength = 500  ×1
        Schema.properties.references.items.properties.url.minLength = 1  ×1
        Schema.properties.references.items.properties.url.type = string  ×1
        Schema.properties.references.items.required = [title, url]  ×1
        Schema.properties.references.items.title = ReferenceBody  ×1
        Schema.properties.references.items.type = object  ×1
        Schema.properties.references.maxItems = 5  ×1
        Schema.properties.references.type = [array, null]  ×1
        Schema.properties.tags.items.maxLength = 40  ×1
        Schema.properties.tags.items.type = string  ×1
        Schema.properties.tags.maxItems = 10  ×1
        Schema.properties.tags.type = [array, null]  ×1
        Schema.properties.term.maxLength = 100  ×1
        Schema.properties.term.minLength = 1  ×1
        Schema.properties.term.type = string  ×1
        Schema.properties.termId.maxLength = 26  ×1
        Schema.properties.termId.minLength = 26  ×1
        Schema.properties.termId.pattern = ^[0-7][0-9A-HJKMNP-TV-Z]{25}$  ×1
        Schema.properties.termId.type = string  ×1
        Schema.properties.title.maxLength = 100  ×1
        Schema.properties.title.minLength = 1  ×1
        Schema.properties.title.type = string  ×1
        Schema.properties.visibility.pattern = ^(public|private)$  ×1
        Schema.properties.visibility.type = [string, null]  ×1
        Schema.required = [glossaryId, termId, quality]  ×1
        Schema.required = [term, definition]  ×1
        Schema.required = [title]  ×1
        Schema.title = GlossaryRequest  ×1
        Schema.title = ReviewRequest  ×1
        Schema.title = TermRequest  ×1
        Schema.type = object  ×3
        """);

    [Fact]
    public void Validators_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::RequestValidator", """
        Name = body-and-parameters  ×1
        RestApiId = ${./Api}  ×1
        ValidateRequestBody = true  ×1
        ValidateRequestParameters = true  ×1
        """);
}
