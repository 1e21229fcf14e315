using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>API Gateway holds requests against the route table before a function costs anything.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InEveryVariant]
    public void EveryMethod_HasItsRequestsValidated(string stage)
    {
        var api = Stages.Named(stage).Api;
        var validator = api.Only("AWS::ApiGateway::RequestValidator");

        Assert.Equal(("true", "true"), (validator.Text("ValidateRequestBody"), validator.Text("ValidateRequestParameters")));
        Assert.All(MethodsOf(api), method => Assert.Equal($"${{{validator.LogicalId}}}", method.Text("RequestValidatorId")));
    }

    [Theory]
    [InEveryVariant]
    public void EachBody_HasTheModelOfItsRecord(string stage)
    {
        var api = Stages.Named(stage).Api;

        Assert.All(api.OfType("AWS::ApiGateway::Model"), model => Assert.Equal("application/json", model.Text("ContentType")));
        Assert.All(MethodsOf(api), method => Assert.Equal(
            Routes.Of(method.Text("OperationName")).Request is { } record ? [$"application/json {record.Name}"] : [],
            method["RequestModels"]?.AsObject().Select(model =>
                $"{model.Key} {api.Behind(Intrinsics.Render(model.Value)).Text("Name")}") ?? []));
    }

    [Theory]
    [InEveryVariant]
    public void OnlyWhatStandsInThePath_IsRequired_SinceTheHandlersKnowBetterWhatIsMissing(string stage) => Assert.All(
        MethodsOf(Stages.Named(stage).Api),
        method =>
        {
            var route = Routes.Of(method.Text("OperationName"));
            var path = route.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));

            Assert.Equal(
                [
                    .. path.Select(name => $"method.request.path.{name} true"),
                    .. route.Query.Select(name => $"method.request.querystring.{name} false"),
                    .. route.Headers.Select(name => $"method.request.header.{name} false"),
                ],
                method["RequestParameters"]?.AsObject().Select(parameter => $"{parameter.Key} {parameter.Value}") ?? []);
        });

    private static IEnumerable<Resource> MethodsOf(Template api) =>
        api.OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") != "OPTIONS");
}
