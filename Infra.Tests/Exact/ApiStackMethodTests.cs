namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of its paths and methods, all of it: whom they let in and what answers.</summary>
public sealed class ApiStackMethodTests
{
    [Fact]
    public void Authorizers_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::Authorizer", """
        IdentitySource = method.request.header.Authorization  ×1
        Name = LexicondevApiGlossaryReaders48855471  dev ×1
        Name = LexiconprodApiGlossaryReadersDE984D21  prod ×1 full ×1
        ProviderARNs[] = arn:aws:cognito-idp:us-east-1:${AWS::AccountId}:userpool/${import Lexicon-{stage}-Data-UserPoolId}  ×1
        RestApiId = ${./Api}  ×1
        Type = COGNITO_USER_POOLS  ×1
        """);

    [Fact]
    public void Methods_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::Method", """
        ApiKeyRequired = false  dev ×16 prod ×16 full ×14
        ApiKeyRequired = true  full ×16
        AuthorizationType = COGNITO_USER_POOLS  ×11
        AuthorizationType = NONE  dev ×5 prod ×5 full ×19
        AuthorizerId = ${./Readers}  ×11
        HttpMethod = DELETE  ×2
        HttpMethod = GET  ×9
        HttpMethod = OPTIONS  full ×14
        HttpMethod = POST  ×3
        HttpMethod = PUT  ×2
        Integration.IntegrationHttpMethod = POST  ×16
        Integration.IntegrationResponses[0].ResponseParameters.method.response.header.Access-Control-Allow-Headers = 'Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match,X-Api-Key'  full ×14
        Integration.IntegrationResponses[0].ResponseParameters.method.response.header.Access-Control-Allow-Methods = 'GET,POST,PUT,DELETE,OPTIONS'  full ×14
        Integration.IntegrationResponses[0].ResponseParameters.method.response.header.Access-Control-Allow-Origin = 'https://example.org'  full ×14
        Integration.IntegrationResponses[0].ResponseParameters.method.response.header.Access-Control-Max-Age = '3600'  full ×14
        Integration.IntegrationResponses[0].ResponseParameters.method.response.header.Vary = 'Origin'  full ×14
        Integration.IntegrationResponses[0].StatusCode = 204  full ×14
        Integration.RequestTemplates.application/json = { statusCode: 200 }  full ×14
        Integration.Type = AWS_PROXY  ×16
        Integration.Type = MOCK  full ×14
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/CreateGlossary/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/CreateTerm/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/DeleteGlossary/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/DeleteTerm/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/GetGlossary/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/GetMyGlossary/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/GetOpenApi/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/GetTerm/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/ListDueTerms/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/ListGlossaries/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/ListMyGlossaries/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/ListMyTerms/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/ListTerms/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/RecordReview/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/UpdateGlossary/Function/Aliaslive}/invocations  ×1
        Integration.Uri = arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${/UpdateTerm/Function/Aliaslive}/invocations  ×1
        MethodResponses[0].ResponseParameters.method.response.header.Access-Control-Allow-Headers = true  full ×14
        MethodResponses[0].ResponseParameters.method.response.header.Access-Control-Allow-Methods = true  full ×14
        MethodResponses[0].ResponseParameters.method.response.header.Access-Control-Allow-Origin = true  full ×14
        MethodResponses[0].ResponseParameters.method.response.header.Access-Control-Max-Age = true  full ×14
        MethodResponses[0].ResponseParameters.method.response.header.Vary = true  full ×14
        MethodResponses[0].StatusCode = 204  full ×14
        OperationName = CreateGlossary  ×1
        OperationName = CreateTerm  ×1
        OperationName = DeleteGlossary  ×1
        OperationName = DeleteTerm  ×1
        OperationName = GetGlossary  ×1
        OperationName = GetMyGlossary  ×1
        OperationName = GetOpenApi  ×1
        OperationName = GetTerm  ×1
        OperationName = ListDueTerms  ×1
        OperationName = ListGlossaries  ×1
        OperationName = ListMyGlossaries  ×1
        OperationName = ListMyTerms  ×1
        OperationName = ListTerms  ×1
        OperationName = RecordReview  ×1
        OperationName = UpdateGlossary  ×1
        OperationName = UpdateTerm  ×1
        RequestModels.application/json = ${./Api/Model-GlossaryRequest}  ×2
        RequestModels.application/json = ${./Api/Model-ReviewRequest}  ×1
        RequestModels.application/json = ${./Api/Model-TermRequest}  ×2
        RequestParameters = {}  ×1
        RequestParameters.method.request.header.Idempotency-Key = false  ×3
        RequestParameters.method.request.header.If-Match = false  ×4
        RequestParameters.method.request.header.If-None-Match = false  ×1
        RequestParameters.method.request.path.glossaryId = true  ×10
        RequestParameters.method.request.path.termId = true  ×3
        RequestParameters.method.request.querystring.cursor = false  ×4
        RequestParameters.method.request.querystring.glossaryId = false  ×1
        RequestParameters.method.request.querystring.limit = false  ×5
        RequestParameters.method.request.querystring.prefix = false  ×2
        RequestParameters.method.request.querystring.tag = false  ×2
        RequestValidatorId = ${./Api/Validator}  ×16
        ResourceId = ${./Api.RootResourceId}  full ×1
        ResourceId = ${./Api/Default/api/glossaries/{glossaryId}/terms/{termId}}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api/glossaries/{glossaryId}/terms}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api/glossaries/{glossaryId}}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api/glossaries}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api/me/glossaries/{glossaryId}/terms/{termId}}  dev ×2 prod ×2 full ×3
        ResourceId = ${./Api/Default/api/me/glossaries/{glossaryId}/terms}  dev ×2 prod ×2 full ×3
        ResourceId = ${./Api/Default/api/me/glossaries/{glossaryId}}  dev ×3 prod ×3 full ×4
        ResourceId = ${./Api/Default/api/me/glossaries}  dev ×2 prod ×2 full ×3
        ResourceId = ${./Api/Default/api/me/study/reviews}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api/me/study}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api/me}  full ×1
        ResourceId = ${./Api/Default/api/openapi.json}  dev ×1 prod ×1 full ×2
        ResourceId = ${./Api/Default/api}  full ×1
        RestApiId = ${./Api}  dev ×16 prod ×16 full ×30
        """);

    [Fact]
    public void Resources_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::Resource", """
        ParentId = ${./Api.RootResourceId}  ×1
        ParentId = ${./Api/Default/api/glossaries/{glossaryId}/terms}  ×1
        ParentId = ${./Api/Default/api/glossaries/{glossaryId}}  ×1
        ParentId = ${./Api/Default/api/glossaries}  ×1
        ParentId = ${./Api/Default/api/me/glossaries/{glossaryId}/terms}  ×1
        ParentId = ${./Api/Default/api/me/glossaries/{glossaryId}}  ×1
        ParentId = ${./Api/Default/api/me/glossaries}  ×1
        ParentId = ${./Api/Default/api/me/study}  ×1
        ParentId = ${./Api/Default/api/me}  ×2
        ParentId = ${./Api/Default/api}  ×3
        PathPart = api  ×1
        PathPart = glossaries  ×2
        PathPart = me  ×1
        PathPart = openapi.json  ×1
        PathPart = reviews  ×1
        PathPart = study  ×1
        PathPart = terms  ×2
        PathPart = {glossaryId}  ×2
        PathPart = {termId}  ×2
        RestApiId = ${./Api}  ×13
        """);
}
