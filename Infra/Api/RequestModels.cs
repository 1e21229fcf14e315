using Amazon.CDK.AWS.APIGateway;
using Lexicon.Functions;

namespace Lexicon.Infra.Api;

/// <summary>
/// The models of request bodies, one for each record that the route table names: see
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html.
/// </summary>
internal sealed class RequestModels(RestApi api)
{
    private readonly Dictionary<Type, IModel> _models = [];

    /// <summary>The model of the route's body by media type; null where it has none.</summary>
    public Dictionary<string, IModel>? For(Route route) =>
        route.Request is { } record ? new Dictionary<string, IModel> { ["application/json"] = Of(record) } : null;

    private IModel Of(Type record)
    {
        if (!_models.TryGetValue(record, out var model))
        {
            model = _models[record] = api.AddModel($"Model-{record.Name}", new ModelOptions
            {
                ModelName = record.Name,
                ContentType = "application/json",
                Schema = RequestSchema.For(record),
            });
        }

        return model;
    }
}
