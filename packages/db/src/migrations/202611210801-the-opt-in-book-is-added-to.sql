revoke update, delete on contact_opt_ins, contact_decisions from balcao_app;
