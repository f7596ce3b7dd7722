/** The columns of a channel that anybody may see, named as in `Channel`. */
export const channelColumns = `workspace_id as "workspaceId", id, kind, name, phone_number_id as "phoneNumberId", waba_id as "wabaId",
  display_phone_number as "displayPhoneNumber", per_second as "perSecond", per_pair as "perPair", join_ms as "joinMs", state,
  state_reason as "stateReason", graph_base_url as "graphBaseUrl", flow_version_id as "flowVersionId", bot_mode as "botMode",
  created_at as "createdAt", updated_at as "updatedAt"`;

export const workspaceColumns = `id, slug, name, settings, created_at as "createdAt"`;
