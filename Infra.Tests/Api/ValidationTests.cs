namespace Lexicon.Infra.Tests.Api;

/// <summary>API Gateway holds requests against the route table before a function costs anything.</summary>
public sealed class ValidationTests
{
    [Theory, InEveryVariant]
    public void EveryMethod_HasItsRequestsValidated_ByTheRecordOfItsRoute(string stage)
    {
        var api = Stages.Named(stage).Api;
        var validator = api.Only("AWS::ApiGateway::RequestValidator");

        validator.Says(("ValidateRequestBody", "true"), ("ValidateRequestParameters", "true"));

        // The same bodies in every stage: what they are, ModelTests hold.
        Assert.All(api.OfType("AWS::ApiGateway::Model"), model => model.Says(
            ("ContentType", "application/json"), ("Schema", Stages.Dev.Api[model.LogicalId].Text("Schema"))));
        Assert.All(api.Methods, method =>
        {
            method.Says(("RequestValidatorId", validator.Ref));
            Assert.Equal(
                RouteOf(method).Request is { } record ? [$"application/json {record.Name}"] : [],
                Members(method["RequestModels"]).Select(model => $"{model.Key} {api.Behind(Intrinsics.Render(model.Value)).Text("Name")}"));
        });
    }

    [Theory, InEveryVariant]
    public void OnlyWhatStandsInThePath_IsRequired_SinceTheHandlersKnowBetterWhatIsMissing(string stage) => Assert.All(
        Stages.Named(stage).Api.Methods,
        method => Assert.Equal(
            [
                .. RouteOf(method).Path.Split('/').Where(part => part.StartsWith('{'))
                    .Select(part => $"method.request.path.{part.Trim('{', '}')} true"),
                .. RouteOf(method).Query.Select(name => $"method.request.querystring.{name} false"),
                .. RouteOf(method).Headers.Select(name => $"method.request.header.{name} false"),
            ],
            Members(method["RequestParameters"]).Select(parameter => $"{parameter.Key} {parameter.Value}")));

    private static Route RouteOf(Resource method) => Routes.Of(method.Text("OperationName"));

    private static JsonObject Members(JsonNode? node) => node as JsonObject ?? [];
}
